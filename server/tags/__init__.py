"""Tags: short coloured names that staff stick on accounts."""
