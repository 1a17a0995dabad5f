"""Firms: the tenants, their settings and looks."""
