"""Copies of the event file: making, finding and thinning them, and going on from one."""
