"""The windows: they show values, say what was asked, and decide nothing."""
