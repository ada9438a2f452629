"""What is handed out beside scores and certificates: the small papers, and the list to merge."""
