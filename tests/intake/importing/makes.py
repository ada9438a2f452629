"""Lists as ticket shops, forms, calendars and directories write them, each with what it asks.

The columns are those that the public documentation of such exports names, or those that programs
which read them expect; the people are invented.
"""

from dataclasses import dataclass

from tests.intake.importing.importing import Said
from tests.intake.workbooks import Rows, xlsx

ADA, BO, CY = "ada@example.org", "bo@example.org", "cy@example.org"


@dataclass(frozen=True, slots=True)
class Make:
    """One make of list: what it looks like, who is in it, and how many decisions it takes.

    `text` may be the rows of a workbook. A decision is a line of doubts that somebody settles.
    """

    name: str
    text: str | Rows
    people: tuple[Said, ...]
    decisions: int = 0
    encoding: str = "utf-8"

    @property
    def data(self) -> bytes:
        """The file."""
        if isinstance(self.text, str):
            return self.text.encode(self.encoding)
        return xlsx({"Sheet1": self.text})


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
        decisions=1,
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

_PEOPLE: tuple[Said, ...] = (
    ("Ada Rees", ADA, "", "HMRC", "Analyst", "Lantern"),
    ("Bo Lund", BO, "", "Kestrel Cloud", "", "Perch"),
)


def _without(*columns: int) -> tuple[Said, ...]:
    """Both people without what these columns say."""
    rows = [tuple("" if at in columns else text for at, text in enumerate(one)) for one in _PEOPLE]
    return tuple((a, b, c, d, e, f) for a, b, c, d, e, f in rows)


def _with_sectors(*columns: int) -> tuple[Said, ...]:
    sectors = ("government", "industry")
    return tuple(
        (a, b, sector, d, e, f)
        for sector, (a, b, _, d, e, f) in zip(sectors, _without(*columns), strict=True)
    )


_TEAMS_OF_FIVE: tuple[Said, ...] = (
    ("Ada Rees", ADA, "", "", "", "Lantern"),
    ("Bo Lund", "", "", "", "", "Lantern"),
    ("Cy Mott", "", "", "", "", "Lantern"),
    ("Dee Fry", "", "", "", "", "Perch"),
    ("Eve Low", "", "", "", "", "Perch"),
)

MORE_MAKES = (
    Make(
        "ticket shop with buyers",
        "Order ID,Order date,Attendee status,Attendee first name,Attendee last name,Attendee email,"
        "Event name,Ticket quantity,Ticket type,Buyer first name,Buyer last name,Buyer email,"
        "Job title,Company,What team are you pitching with?\n"
        f"1,2026-05-01,Attending,Ada,Rees,{ADA},Pitch day,1,Pitcher,Pat,Buyer,pat@example.org,"
        "Analyst,HMRC,Lantern\n"
        f"2,2026-05-01,Not Attending,Cy,Gone,{CY},Pitch day,1,Pitcher,Cy,Gone,{CY},,HMRC,Lantern\n"
        f"3,2026-05-01,Attending,Bo,Lund,{BO},Pitch day,1,Pitcher,Pat,Buyer,pat@example.org,"
        ",Kestrel Cloud,Perch\n"
        "3,2026-05-01,Attending,Info Requested,Info Requested,pat@example.org,Pitch day,1,Pitcher,"
        "Pat,Buyer,pat@example.org,,,\n",
        _PEOPLE,
        decisions=2,
    ),
    Make(
        "tickets with void ones",
        "Number,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,"
        "Ticket Company Name,Ticket Phone Number,Event,Void Status,Price,Discount Status,"
        "Ticket Reference,Tags,Unique Ticket URL,Order Reference,Order Name,Order Email,"
        "Order Company Name,Order IP,Job title?\n"
        f"1,Team pass,Ada Rees,Ada,Rees,{ADA},HMRC,,Pitch day,,0.0,,AB1-1,,https://example.org/1,"
        "AB1,Pat Buyer,pat@example.org,Buyers Ltd,192.0.2.1,Analyst\n"
        f"2,Team pass,Bo Lund,Bo,Lund,{BO},Kestrel Cloud,,Pitch day,,0.0,,AB1-2,,"
        "https://example.org/2,AB1,Pat Buyer,pat@example.org,Buyers Ltd,192.0.2.1,\n"
        f"3,Team pass,Cy Gone,Cy,Gone,{CY},HMRC,,Pitch day,void,0.0,,AB2-1,,https://example.org/3,"
        f"AB2,Cy Gone,{CY},HMRC,192.0.2.1,\n",
        _without(5),
        decisions=1,
    ),
    Make(
        "box office",
        "Event name,Order ID,Buyer name,Buyer email,Issued ticket ID,Ticket type,Ticket status,"
        "Barcode,Checked in,Name,Email,Organisation,Sector (government / industry)\n"
        f"Pitch day,or_1,Pat Buyer,pat@example.org,it_1,Standard,valid,x1,No,Ada Rees,{ADA},HMRC,"
        "Government\n"
        f"Pitch day,or_1,Pat Buyer,pat@example.org,it_2,Standard,valid,x2,No,Bo Lund,{BO},"
        "Kestrel Cloud,Industry\n"
        f"Pitch day,or_2,Cy Gone,{CY},it_3,Standard,voided,x3,No,Cy Gone,{CY},HMRC,Government\n",
        _with_sectors(4, 5),
        decisions=1,
    ),
    Make(
        "meet-up",
        "Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tURL of Member Profile\n"
        "Ada Rees\tuser 1\t\tYes\tYes\t0\t1 May\thttps://example.org/1\n"
        "Bo Lund\tuser 2\t\tNo\tYes\t0\t1 May\thttps://example.org/2\n"
        "Cy Gone\tuser 3\t\tNo\tNo\t0\t1 May\thttps://example.org/3\n",
        _without(1, 3, 4, 5),
        decisions=1,
    ),
    Make(
        "form for anybody",
        [
            [
                "ID",
                "Start time",
                "Completion time",
                "Email",
                "Name",
                "Your full name",
                "Your work email",
                "Which organisation are you from?",
                "Are you from the civil service or from industry?",
                "Job title",
                "Team (if you know it)",
                "I agree that my name is shown",
            ],
            [
                "1",
                "2026-05-01 09:00",
                "2026-05-01 09:05",
                "anonymous",
                "",
                "Ada Rees",
                ADA,
                "HMRC",
                "Civil service",
                "Analyst",
                "Lantern",
                "Yes",
            ],
            [
                "2",
                "2026-05-01 09:00",
                "2026-05-01 09:05",
                "anonymous",
                "",
                "Bo Lund",
                BO,
                "Kestrel Cloud",
                "Industry",
                "",
                "Perch",
                "Yes",
            ],
        ],
        _with_sectors(),
    ),
    Make(
        "form within an organisation",
        "ID\tStart time\tCompletion time\tEmail\tName\tLast modified time\tEmployer\tTeam name\n"
        f"1\t5/1/26 9:00\t5/1/26 9:05\t{ADA}\tRees, Ada\t\tHMRC\tLantern\n"
        f"2\t5/1/26 9:00\t5/1/26 9:05\t{BO}\tLund, Bo\t\tKestrel Cloud\tPerch\n",
        _without(4),
    ),
    Make(
        "form that chats",
        "#,What's your first name?,And your last name?,What's your email address?,"
        "Where do you work?,What do you do there?,Which team will you pitch with?,Response Type,"
        "Start Date (UTC),Submit Date (UTC),Network ID,Tags\n"
        f"abc,Ada,Rees,{ADA},HMRC,Analyst,Lantern,completed,2026-05-01,2026-05-01,x,\n"
        f"abd,Bo,Lund,{BO},Kestrel Cloud,,Perch,completed,2026-05-01,2026-05-01,y,\n",
        _PEOPLE,
    ),
    Make(
        "survey with three rows of titles",
        "StartDate,Status,Q1,Q2,Q3\nStart Date,Response Type,Full name,E-mail address,Team\n"
        '"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""QID1""}",'
        '"{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"\n'
        f"2026-05-01,IP Address,Ada Rees,{ADA},Lantern\n"
        f"2026-05-01,IP Address,Bo Lund,{BO},Perch\n",
        _without(3, 4),
    ),
    Make(
        "answers to a meeting",
        "Name\tAttendance\tResponse\nAda Rees\tMeeting Organizer\tNone\n"
        "Bo Lund\tRequired Attendee\tAccepted\nCy Gone\tOptional Attendee\tDeclined\n"
        "Room 4\tResource (Room or Equipment)\tAccepted\n",
        _without(1, 3, 4, 5),
        decisions=1,
    ),
    Make(
        "calendar's file",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Pitch day\r\n"
        "ORGANIZER;CN=Pat Host:mailto:pat@example.org\r\n"
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;C\r\n"
        f' N="Rees, Ada":mailto:{ADA}\r\n'
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Bo Lund:MAILTO:{BO}\r\n"
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Cy Gone:MAILTO:{CY}\r\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:MAILTO:room@example.org\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
        _without(3, 4, 5),
        decisions=1,
    ),
    Make(
        "line of addressees from a directory",
        f"Rees, Ada (HMRC) <{ADA}>; Lund, Bo <{BO}>",
        _without(3, 4, 5),
    ),
    Make(
        "webinar's registrations",
        'Registration Report\nReport Generated:,"May 1, 2026 9:00 AM"\n'
        "Topic,Meeting ID,Scheduled Time,Duration (Minutes),# Registered,# Cancelled\n"
        'Pitch day,812 3456,"Jun 3, 2026 9:00 AM",240,3,1\n\nAttendee Details\n'
        "First Name,Last Name,Email,Organization,Job Title,Registration Time,Approval Status\n"
        f'Ada,Rees,{ADA},HMRC,Analyst,"May 1, 2026 9:00 AM",approved\n'
        f'Bo,Lund,{BO},Kestrel Cloud,,"May 1, 2026 9:01 AM",approved\n'
        f'Cy,Gone,{CY},HMRC,,"May 1, 2026 9:01 AM",cancelled by self\n',
        _without(5),
        decisions=1,
    ),
    Make(
        "webinar's attendance",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        f"Ada (Ada Rees),{ADA},1 June 9:00,1 June 10:00,60,No\n"
        f"Bo Lund,{BO},1 June 9:00,1 June 10:00,60,No\n"
        f"Ada (Ada Rees),{ADA},1 June 10:01,1 June 11:00,59,No\n",
        _without(3, 4, 5),
    ),
    Make(
        "directory's command",
        "#TYPE Selected.Directory.User\n"
        '"DisplayName","GivenName","Surname","SamAccountName","Mail",'
        '"Department","Title","Company","Office","Manager","Enabled"\n'
        f'"REES, Ada (DDAT)","Ada","Rees","arees","{ADA}","Digital","Analyst","HMRC","Leeds",'
        '"CN=Pat Boss,OU=Staff","True"\n'
        f'"LUND, Bo","Bo","Lund","blund","{BO}","Policy","","Kestrel Cloud","Hull",'
        '"CN=Pat Boss,OU=Staff","True"\n',
        _without(5),
    ),
    Make(
        "directory by its own attributes",
        "cn,sn,givenName,mail,o,ou,title,telephoneNumber\n"
        f"Ada Rees,Rees,Ada,{ADA},HMRC,Digital,Analyst,1\n"
        f"Bo Lund,Lund,Bo,{BO},Kestrel Cloud,Policy,,2\n",
        _without(5),
    ),
    Make(
        "contacts",
        "Name Prefix,First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Organization Name,Organization Title\n"
        f"Ms,Ada,,Rees,,,,Work,{ADA},,HMRC,Analyst\nMr,Bo,Erik,Lund,,,,Work,{BO},,Kestrel Cloud,\n",
        _without(5),
    ),
    Make(
        "address book",
        "First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address,Home Phone,"
        "Company,Job Title,Department\n"
        f"Ada,,Rees,Ms,,{ADA},,1,HMRC,Analyst,Digital\nBo,,Lund,Mr,,{BO},,1,Kestrel Cloud,,\n",
        _without(5),
    ),
    Make(
        "one row a team with its leader",
        "Team,Challenge,Team leader,Leader's email,2nd member,3rd member,4th member\n"
        f"Lantern,Appeals,Ada Rees,{ADA},Bo Lund,Cy Mott,\nPerch,Benefits,Dee Fry,,Eve Low,,\n",
        _TEAMS_OF_FIVE,
    ),
    Make(
        "one row a team under one title",
        [
            ["Team", "Project title", "Members", "", ""],
            ["Lantern", "Appeals", f"Ada Rees <{ADA}>", "Bo Lund", "Cy Mott"],
            ["Perch", "Benefits", "Dee Fry", "Eve Low", ""],
        ],
        _TEAMS_OF_FIVE,
    ),
    Make(
        "one row a team by sectors",
        "Team name,Gov participant 1,Gov participant 2,Industry participant 1\n"
        "Lantern,Ada Rees,Bo Lund,Cy Mott\nPerch,Dee Fry,Eve Low,\n",
        (
            ("Ada Rees", "", "government", "", "", "Lantern"),
            ("Bo Lund", "", "government", "", "", "Lantern"),
            ("Cy Mott", "", "industry", "", "", "Lantern"),
            ("Dee Fry", "", "government", "", "", "Perch"),
            ("Eve Low", "", "government", "", "", "Perch"),
        ),
    ),
    Make(
        "one row a team and two rows of titles",
        [
            ["Pitch day teams", "", "", "", "", ""],
            ["", "", "Member 1", "", "Member 2", ""],
            ["Team", "Challenge", "Name", "Email", "Name", "Email"],
            ["Lantern", "Appeals", "Ada Rees", ADA, "Bo Lund", BO],
            ["Perch", "", "Cy Mott", CY, "", ""],
        ],
        (
            ("Ada Rees", ADA, "", "", "", "Lantern"),
            ("Bo Lund", BO, "", "", "", "Lantern"),
            ("Cy Mott", CY, "", "", "", "Perch"),
        ),
    ),
    Make(
        "one column a team",
        "Team Lantern,Team Perch\nAda Rees,Cy Mott\nBo Lund,\n",
        (
            ("Ada Rees", "", "", "", "", "Team Lantern"),
            ("Cy Mott", "", "", "", "", "Team Perch"),
            ("Bo Lund", "", "", "", "", "Team Lantern"),
        ),
    ),
    Make(
        "a block for each team",
        f"Team Lantern,,\nName,Email,Organisation\nAda Rees,{ADA},HMRC\nCy Mott,{CY},HMRC\n\n"
        f"Team Perch,,\nName,Email,Organisation\nBo Lund,{BO},Kestrel Cloud\n",
        (
            ("Ada Rees", ADA, "", "HMRC", "", "Team Lantern"),
            ("Cy Mott", CY, "", "HMRC", "", "Team Lantern"),
            ("Bo Lund", BO, "", "Kestrel Cloud", "", "Team Perch"),
        ),
    ),
    Make(
        "team once for its members",
        f"Team,Name,Email\nLantern,Ada Rees,{ADA}\n,Cy Mott,{CY}\nPerch,Bo Lund,{BO}\n,Dee Fry,\n",
        (
            ("Ada Rees", ADA, "", "", "", "Lantern"),
            ("Cy Mott", CY, "", "", "", "Lantern"),
            ("Bo Lund", BO, "", "", "", "Perch"),
            ("Dee Fry", "", "", "", "", "Perch"),
        ),
    ),
    Make(
        "two rows of titles over one person",
        "Attendee,,,Organisation,,Team\nFirst,Last,Email,Name,Sector,\n"
        f"Ada,Rees,{ADA},HMRC,Gov,Lantern\nBo,Lund,{BO},Kestrel Cloud,Ind,Perch\n",
        _with_sectors(4),
    ),
    Make(
        "titles in two languages",
        "Name,Organisation,E-mail,Team\nEnw,Sefydliad,E-bost,Tîm\n"
        f"Ada Rees,HMRC,{ADA},Lantern\nBo Lund,Kestrel Cloud,{BO},Perch\n",
        _without(4),
    ),
    Make(
        "office's own sheet",
        [
            ["Tech cohort 2026"],
            [],
            ["S/N", "Name (as on badge)", "Org.", "Sector (G/I)", "E-mail", "Team #", "Team"],
            ["1", "Ada Rees", "HMRC", "G", ADA, "1", "Lantern"],
            ["2", "Bo Lund", "Kestrel Cloud", "I", BO, "2", "Perch"],
            ["", "TOTAL", "2"],
        ],
        _with_sectors(4),
    ),
    Make(
        "German",
        "Anrede;Titel;Vorname;Name;E-Mail;Firma/Behörde;Funktion;Bereich;Teamname;Essenswunsch\n"
        f"Frau;Dr.;Ada;Rees;{ADA};HMRC;Analyst;Verwaltung;Lantern;vegan\n"
        f"Herr;;Bo;Lund;{BO};Kestrel Cloud;;Wirtschaft;Perch;\n",
        _with_sectors(),
        encoding="cp1252",
    ),
    Make(
        "Greek",
        "Α/Α;Επώνυμο;Όνομα;Ηλ. ταχυδρομείο;Φορέας;Θέση;Τομέας;Ομάδα\n"
        f"1;Παπαδοπούλου;Μαρία;{ADA};ΑΑΔΕ;Αναλύτρια;Δημόσιος;Φανός\n"
        f"2;Ιωάννου;Νίκος;{BO};Κεστρέλ;;Ιδιωτικός;Φανός\n",
        (
            ("Μαρία Παπαδοπούλου", ADA, "government", "ΑΑΔΕ", "Αναλύτρια", "Φανός"),
            ("Νίκος Ιωάννου", BO, "industry", "Κεστρέλ", "", "Φανός"),
        ),
    ),
    Make(
        "Arabic",
        "الرقم,الاسم الأول,اسم العائلة,البريد الإلكتروني,جهة العمل,المسمى الوظيفي,القطاع,الفريق\n"
        f"1,ليلى,حداد,{ADA},وزارة المالية,محللة,حكومي,المنارة\n"
        f"2,عمر,ناصر,{BO},كستريل,,خاص,المنارة\n",
        (
            ("ليلى حداد", ADA, "government", "وزارة المالية", "محللة", "المنارة"),
            ("عمر ناصر", BO, "industry", "كستريل", "", "المنارة"),
        ),
    ),
    Make(
        "Chinese, names in two columns",
        f"序号,姓,名,电子邮箱,工作单位,职务,所属行业,队伍名称\n1,王,小明,{ADA},税务局,分析师,政府,灯塔\n"
        f"2,李,华,{BO},红隼云,,企业,灯塔\n",
        (
            ("王小明", ADA, "government", "税务局", "分析师", "灯塔"),
            ("李华", BO, "industry", "红隼云", "", "灯塔"),
        ),
    ),
    Make(
        "titles that nobody knows",
        f"ᏓᏙᎥ;ᎧᏃᎮᏗ;ᎤᏂᏠᏯᏍᏗ\nნინო ბერიძე;{ADA};შემოსავლები\nგიორგი კაპანაძე;{BO};კესტრელი\n",
        (("ნინო ბერიძე", ADA, "", "", "", ""), ("გიორგი კაპანაძე", BO, "", "", "", "")),
    ),
    Make("no titles", f"Ada Rees,{ADA},HMRC\nBo Lund,{BO},Kestrel\n", _without(3, 4, 5)),
    Make("names alone", "Ada Rees\nBo Lund\n", _without(1, 3, 4, 5)),
)

_ALL_IN_TEAMS: tuple[Said, ...] = (
    ("Ada Rees", ADA, "", "", "", "Lantern"),
    ("Bo Lund", BO, "", "", "", "Lantern"),
    ("Cy Mott", CY, "", "", "", "Perch"),
)

LAST_MAKES = (
    Make(
        "hackathon's submissions",
        "Project Title,Submission Url,Project Status,Team Colleges/Universities,"
        "Additional Team Member Count,Submitter First Name,Submitter Last Name,Submitter Email,"
        "Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email\n"
        f"Lantern,https://example.org,Submitted,Leeds,1,Bo,Lund,{BO},Ada,Rees,{ADA}\n"
        f"Perch,https://example.org,Submitted,Hull,0,Cy,Mott,{CY},,,\n",
        _ALL_IN_TEAMS,
    ),
    Make(
        "two people in a row by whatever title",
        "Team,Civil servant,Their email,Industry partner,Their email\n"
        f"Lantern,Ada Rees,{ADA},Bo Lund,{BO}\nPerch,Cy Mott,{CY},,\n",
        (
            ("Ada Rees", ADA, "government", "", "", "Lantern"),
            ("Bo Lund", BO, "industry", "", "", "Lantern"),
            ("Cy Mott", CY, "government", "", "", "Perch"),
        ),
    ),
    Make(
        "names and addresses again and again",
        f"Team,Name,Email,Name,Email\nLantern,Ada Rees,{ADA},Bo Lund,{BO}\nPerch,Cy Mott,{CY},,\n",
        _ALL_IN_TEAMS,
    ),
    Make(
        "subtotals",
        [
            ["Team", "Participant", "E-mail", "Days"],
            ["Lantern", "Ada Rees", ADA, "1"],
            ["Lantern", "Bo Lund", BO, "1"],
            ["Lantern Total", "", "", "2"],
            ["Perch", "Cy Mott", CY, "1"],
            ["Perch Total", "", "", "1"],
            ["Grand Total", "", "", "3"],
        ],
        _ALL_IN_TEAMS,
    ),
    Make(
        "table of a wiki",
        "| Name | Email | Team |\n|------|:-----:|------|\n"
        f"| Ada Rees | {ADA} | Lantern |\n| Bo Lund | {BO} | Lantern |\n"
        f"| Cy Mott | {CY} | Perch |\n",
        _ALL_IN_TEAMS,
    ),
    Make(
        "numbered lines",
        "Participants:\n1. Ada Rees\n2. Bo Lund\n",
        _without(1, 3, 4, 5),
    ),
    Make(
        "Cyrillic of one country",
        f"Фамилия;Имя;Почта;Команда\nКоваленко;Мария;{ADA};Фонарь\nПетров;Олег;{BO};Фонарь\n",
        (("Мария Коваленко", ADA, "", "", "", "Фонарь"), ("Олег Петров", BO, "", "", "", "Фонарь")),
        encoding="cp1251",
    ),
    Make(
        "Japanese of one country",
        f"氏名,メールアドレス,チーム\n山田 太郎,{ADA},灯\n佐藤 花子,{BO},灯\n",
        (("山田 太郎", ADA, "", "", "", "灯"), ("佐藤 花子", BO, "", "", "", "灯")),
        encoding="cp932",
    ),
)

ALL_MAKES = (*MAKES, *MORE_MAKES, *LAST_MAKES)
