"""What belongs together across reports: copies of a text, quotations, happenings, actors."""
