"""Lists as ticket shops, forms, calendars and directories write them, each with how often it asks.

The columns are those that the public documentation of such exports names; the people are invented.
"""

from dataclasses import dataclass

import pytest

from judging_app.present.set_up.importing import Status
from tests.intake.importing.importing import Said, imported, people_of

ADA, BO, CY = "ada@example.org", "bo@example.org", "cy@example.org"


@dataclass(frozen=True, slots=True)
class Make:
    """One make of list: what it looks like, who is in it, and how many questions it may ask."""

    name: str
    text: str
    people: tuple[Said, ...]
    questions: int = 0
    encoding: str = "utf-8"


MAKES = (
    Make(
        "ticket shop",
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,"
        "Group,Order Type,Currency,Total Paid,Fees Paid,Attendee Status,What is your team called?,"
        "Company,Job Title\n"
        f"901,2026-05-01,Ada,Rees,{ADA},1,,Hacker,1,,Free Order,GBP,0.00,"
        "0.00,Attending,Null Pointers,HMRC,Analyst\n"
        f"902,2026-05-02,José,García,{BO},1,,Hacker,2,,Free Order,GBP,0.00,"
        "0.00,Attending,Null Pointers,,\n"
        "Totals,,,,,2,,,,,,,0.00,,,,,\n",
        (
            ("Ada Rees", ADA, "", "HMRC", "Analyst", "Null Pointers"),
            ("José García", BO, "", "", "", "Null Pointers"),
        ),
    ),
    Make(
        "second ticket shop",
        "Order code;Order date;Attendee name;Attendee name: Given name;Attendee name: Family name;"
        "Attendee email;Company;Product;Price\n"
        f"AB1;2026-05-01;Ada Rees;Ada;Rees;{ADA};HMRC;Ticket;0,00\n"
        f"AB2;2026-05-01;Bo Lund;Bo;Lund;{BO};Kestrel Cloud;Ticket;0,00\n",
        (
            ("Ada Rees", ADA, "", "HMRC", "", ""),
            ("Bo Lund", BO, "", "Kestrel Cloud", "", ""),
        ),
    ),
    Make(
        "guest list",
        "guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,qr_code_url,"
        "ticket_name,Which company do you work for?\n"
        f"g1,Ada Rees,Ada,Rees,{ADA},+44 1,2026-05-01,approved,https://example.org/1,Standard,HMRC\n"
        f"g2,Bo Lund,Bo,Lund,{BO},+44 2,2026-05-01,approved,https://example.org/2,"
        "Standard,Kestrel Cloud\n",
        (
            ("Ada Rees", ADA, "", "HMRC", "", ""),
            ("Bo Lund", BO, "", "Kestrel Cloud", "", ""),
        ),
    ),
    Make(
        "form",
        "Timestamp,Email Address,What is your full name?,Which organisation do you work for?,"
        "Are you from government or industry?,Which team are you in?,Any dietary requirements?\n"
        f"2026/05/01 9:00:00 am,{ADA},Ada Rees,HMRC,Civil service,Lantern,None\n"
        f"2026/05/01 9:01:00 am,{BO},Bo Lund,Kestrel Cloud,Private sector,Perch,\n",
        (
            ("Ada Rees", ADA, "government", "HMRC", "", "Lantern"),
            ("Bo Lund", BO, "industry", "Kestrel Cloud", "", "Perch"),
        ),
    ),
    Make(
        "form answered twice",
        "Timestamp,Username,Full name,Team\n"
        f"1,{ADA},Ada Rees,Lantern\n2,{BO},Bo Lund,Perch\n3,{ADA},Ada Rees,Perch\n",
        (("Ada Rees", ADA, "", "", "", "Lantern"), ("Bo Lund", BO, "", "", "", "Perch")),
        questions=1,
    ),
    Make(
        "meeting's attendance",
        "1. Summary\nMeeting title\tPitch day\nAttended participants\t2\n\n2. Participants\n"
        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\n"
        f"Ada Rees\t1/5/26, 9:00\t1/5/26, 10:00\t1h\t{ADA}\t{ADA}\n"
        f"Bo Lund\t1/5/26, 9:00\t1/5/26, 10:00\t1h\t{BO}\t{BO}\n\n"
        "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\n"
        f"Ada Rees\t1/5/26, 9:00\t1/5/26, 10:00\t1h\t{ADA}\n",
        (("Ada Rees", ADA, "", "", "", ""), ("Bo Lund", BO, "", "", "", "")),
        encoding="utf-16",
    ),
    Make(
        "invitation's addressees",
        f'Ada Rees <{ADA}>; "Bo Lund" <{BO}>; Cy Mott <{CY}>',
        (
            ("Ada Rees", ADA, "", "", "", ""),
            ("Bo Lund", BO, "", "", "", ""),
            ("Cy Mott", CY, "", "", "", ""),
        ),
    ),
    Make(
        "staff directory",
        "Display name,User principal name,Department,Job title,Office,Mobile phone\n"
        f'"Rees, Ada",{ADA},HMRC,Analyst,Leeds,1\n"Lund, Bo",{BO},Home Office,Adviser,Hull,2\n',
        (
            ("Ada Rees", ADA, "", "HMRC", "Analyst", ""),
            ("Bo Lund", BO, "", "Home Office", "Adviser", ""),
        ),
    ),
    Make(
        "one row a team",
        "Team name,Challenge,Member 1,Member 1 email,Member 2,Member 2 email,Member 3,"
        "Member 3 email\n"
        f"Lantern,Appeals,Ada Rees,{ADA},Bo Lund,{BO},,\nPerch,,Cy Mott,{CY},,,,\n",
        (
            ("Ada Rees", ADA, "", "", "", "Lantern"),
            ("Bo Lund", BO, "", "", "", "Lantern"),
            ("Cy Mott", CY, "", "", "", "Perch"),
        ),
    ),
    Make(
        "hackathon's projects",
        "Project Title,Submission Url,Project Status,Team Member 1 First Name,"
        "Team Member 1 Last Name,Team Member 1 Email,Team Member 2 First Name,"
        "Team Member 2 Last Name,Team Member 2 Email\n"
        f"Lantern,https://example.org,Submitted,Ada,Rees,{ADA},Bo,Lund,{BO}\n"
        f"Perch,https://example.org,Submitted,Cy,Mott,{CY},,,\n",
        (
            ("Ada Rees", ADA, "", "", "", "Lantern"),
            ("Bo Lund", BO, "", "", "", "Lantern"),
            ("Cy Mott", CY, "", "", "", "Perch"),
        ),
    ),
    Make(
        "members in one cell",
        f'Team;Members;Challenge\nLantern;"Ada Rees ({ADA}), Bo Lund <{BO}>";Appeals\n'
        "Perch;Cy Mott;\n",
        (
            ("Ada Rees", ADA, "", "", "", "Lantern"),
            ("Bo Lund", BO, "", "", "", "Lantern"),
            ("Cy Mott", "", "", "", "", "Perch"),
        ),
    ),
    Make(
        "two header rows",
        "Pitch day 2026,,,,\n,,,,\nParticipant,,,Team,\nFirst name,Surname,E-mail,Name,Challenge\n"
        f"Ada,Rees,{ADA},Lantern,Appeals\nBo,Lund,{BO},Perch,\n",
        (("Ada Rees", ADA, "", "", "", "Lantern"), ("Bo Lund", BO, "", "", "", "Perch")),
    ),
    Make(
        "Cyrillic",
        "Фамилия;Имя;Эл. почта;Организация;Должность;Команда\n"
        f"Коваленко;Дмитро;{ADA};Мінцифра;Аналітик;Ліхтар\n"
        f"Петренко;Олена;{BO};Мінцифра;;Ліхтар\nИтого;2;;;;\n",
        (
            ("Дмитро Коваленко", ADA, "", "Мінцифра", "Аналітик", "Ліхтар"),
            ("Олена Петренко", BO, "", "Мінцифра", "", "Ліхтар"),
        ),
    ),
    Make(
        "Japanese",
        "氏名\tメールアドレス\t所属\tチーム名\n"
        f"山田 太郎\t{ADA}\tデジタル庁\t灯\n佐藤 花子\t{BO}\tケストレル\t灯\n",
        (
            ("山田 太郎", ADA, "", "デジタル庁", "", "灯"),
            ("佐藤 花子", BO, "", "ケストレル", "", "灯"),
        ),
        encoding="utf-16",
    ),
)


@pytest.mark.parametrize("make", MAKES, ids=[make.name for make in MAKES])
def test_a_list_gives_its_people_with_few_questions(make: Make) -> None:
    found = imported(make.text.encode(make.encoding))

    assert people_of(found.setup) == list(make.people)
    assert len(found.open) == make.questions
    assert found.count(Status.NEW) == len(make.people)


@pytest.mark.parametrize("make", MAKES, ids=[make.name for make in MAKES])
def test_a_list_that_comes_again_changes_nothing(make: Make) -> None:
    first = imported(make.text.encode(make.encoding)).setup

    assert imported(make.text.encode(make.encoding), setup=first).setup == first
