"""What is done once the day is over: comparing, keeping and forgetting."""
