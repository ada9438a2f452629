"""Lists of people, teams, judges and visits into an event, by a preview that is asked first."""
