"""Values as the words and numbers that screens, papers and the command line all show."""
