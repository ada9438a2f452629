"""Which version of the application this is."""


def own_version() -> str:
    """The version that is installed."""
    # Half of the time that a start takes before anything is shown, and asked for only when needed.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("judging-app")
    except PackageNotFoundError:
        return "(not installed; running from source)"
