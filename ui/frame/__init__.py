"""What lies about the screens: the bar at the top, the rail, and the notice over them."""
