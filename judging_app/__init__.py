"""The core: everything a pitch day's judging needs, without a window."""
