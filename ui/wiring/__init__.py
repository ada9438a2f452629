"""Where screens, desk and export meet: what is asked goes to the desk, what changed comes back."""
