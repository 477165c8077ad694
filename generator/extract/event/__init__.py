"""What `events.py` is made of: dates as printed, what they resolve to, the tense round them, announcements."""
