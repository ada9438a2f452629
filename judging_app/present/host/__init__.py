"""What the host's desk says."""
