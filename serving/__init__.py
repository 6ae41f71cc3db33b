"""How the app is served: static files, headers, health, and what happens to bad requests."""
