"""What a judge's screens and papers say."""
