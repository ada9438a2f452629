"""Before anybody is at a desk: the first screen, a new event, signing in."""
