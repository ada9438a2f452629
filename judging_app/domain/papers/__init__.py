"""What an organiser decides about papers, as it is kept on the record."""
