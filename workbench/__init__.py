"""What `develop.py` works with: places, stamps, targets, checks. Standard library only."""
