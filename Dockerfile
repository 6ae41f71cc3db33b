# The product as an image: built from the locks, run by nobody in particular on a root that may be
# read-only. docs/operating.md says how it is run; tests/test_deploy.py holds what it promises.
ARG PYTHON=docker.io/library/python:3.12-slim-bookworm

# The packages, from the lock with hashes.
FROM ${PYTHON} AS packages
COPY requirements.txt /
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /requirements.txt \
 && /opt/venv/bin/pip uninstall --yes pip

# The pages' scripts: Node is here and in no image that is run.
FROM ${PYTHON} AS scripts
COPY requirements-node.txt /
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /requirements-node.txt
WORKDIR /srv/monitor
COPY assets assets
COPY tools tools
RUN python -m tools.own_scripts && python -m tools.plotly_bundle --strict

FROM ${PYTHON}
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin monitor \
 && install --directory --owner monitor --group monitor /var/lib/monitor /var/cache/monitor
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/monitor
COPY . .
COPY --from=scripts /srv/monitor/build/scripts build/scripts
COPY --from=scripts /srv/monitor/build/vendor build/vendor
RUN /opt/venv/bin/python -m compileall -q .
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 PORT=8050 WEB_CONCURRENCY=2 LOG=json \
    STORE_DIR=/var/lib/monitor/store BRIEFINGS_DIR=/var/lib/monitor/briefings \
    CACHE_DIR=/var/cache/monitor/computed STATIC_DIR=/var/cache/monitor/static
USER 10001:10001
VOLUME ["/var/lib/monitor", "/var/cache/monitor"]
EXPOSE 8050
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
    CMD ["python", "-m", "serving.alive"]
CMD ["gunicorn", "app:server", "--config", "gunicorn.conf.py"]
