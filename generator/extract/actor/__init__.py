"""The parts of `extract/actors.py`: names, kinds, clusters, roles, references, salience."""
