"""What goes on behind every page: the idle lock, the check of the file, the clipboard."""
