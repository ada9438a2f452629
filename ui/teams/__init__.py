"""The teams: who is in which, and forming them."""
