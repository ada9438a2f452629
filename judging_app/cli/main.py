"""The command `judging-app`."""


def main() -> int:
    """Run the command line; the exit status is 0, 1 for a refusal, 2 for wrong use."""
    return 0
