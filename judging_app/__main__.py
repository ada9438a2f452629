"""`python -m judging_app` does what the command `judging-app` does."""

import sys

from judging_app.cli.main import main

sys.exit(main())
