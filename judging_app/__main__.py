"""`python -m judging_app` does what the command `judging-app` does."""

import os
import sys
from pathlib import Path

if sys.path[0] == os.getcwd() != str(Path(__file__).resolve().parents[1]):  # noqa: PTH109 - as text
    del sys.path[0]  # a `ui.py` that lies where one stands is not ours

if sys.argv[1:2] == ["--read-workbook"]:  # a frozen application has no other Python to start
    from judging_app.intake.sheets.workbook_child import main
else:
    from judging_app.cli.main import main

sys.exit(main())
