"""The data that everything is measured on: made by formula, the same at every run, loaded by COPY."""
