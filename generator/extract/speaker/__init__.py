"""The parts of `extract/speakers.py`: who speaks under a label."""
