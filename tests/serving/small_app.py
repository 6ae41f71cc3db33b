"""What the tests of the worker serve: an app that is there at once, and a worker in a hurry."""

import ipaddress
import socket

from serving import metrics
from serving.observed import Observed
from serving.worker import WholeRequests

LARGE = b"x" * 20_000_000  # more than a socket takes at once


class Hurried(WholeRequests):
    """Gives up within a test's patience."""

    whole_within = 1.0
    taken_within = 1.0
    most_waiting = 100


def follow(_building):
    """gunicorn.conf.py asks every app for it."""
    metrics.turned("0a")


def answered(environ, start_response):
    """Says how long the body was; /large is a large answer, /ahead says how many bytes the system
    takes of an answer before the client does."""
    if environ["PATH_INFO"] == "/large":
        content = LARGE
    elif environ["PATH_INFO"] == "/ahead":
        ahead = environ["gunicorn.socket"].getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
        content = str(ahead).encode()
    else:
        content = str(len(environ["wsgi.input"].read())).encode()
    start_response("200 OK", [("Content-Length", str(len(content)))])
    return [content]


server = Observed(answered, (ipaddress.ip_network("127.0.0.1"),), is_told=False)
