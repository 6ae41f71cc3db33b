"""Behind a proxy under a path prefix: the prefix is taken off a request that still has it.

Some proxies pass the prefix on and some take it off (nginx: `proxy_pass http://app` or
`proxy_pass http://app/`); both are served.
"""

from dash import Dash
from werkzeug.middleware.dispatcher import DispatcherMiddleware


def mount(app: Dash, base: str) -> None:
    """Serve the app under `base` ("/jjj/") as well as at the root."""
    inner = app.server.wsgi_app
    if base != "/":
        app.server.wsgi_app = DispatcherMiddleware(inner, {base.rstrip("/"): inner})
