"""What is said before anybody is at a desk."""
