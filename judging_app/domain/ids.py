"""The identifiers of everything that has one; each is unique in its event."""

from typing import NewType

CriterionId = NewType("CriterionId", str)
JudgeId = NewType("JudgeId", str)
OrganisationId = NewType("OrganisationId", str)
ParticipantId = NewType("ParticipantId", str)
TeamId = NewType("TeamId", str)
ChallengeId = NewType("ChallengeId", str)
MentorId = NewType("MentorId", str)
VisitId = NewType("VisitId", str)
AwardId = NewType("AwardId", str)
DeviceId = NewType("DeviceId", str)
