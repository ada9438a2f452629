"""What a judge has before them."""
