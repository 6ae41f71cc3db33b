"""Commands that prepare or check the project; none of them runs in the app."""
