"""What the organiser's papers say."""
