"""What `views.py` is made of: who speaks as an expert, and by which credentials."""
