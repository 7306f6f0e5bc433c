"""Encrypted connections that cannot be trusted: a certificate nobody vouches for, and a server that speaks no TLS."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from . import server
from .server import Service, serving
from .test_services import CASES, KEY, Bench, Case, build


def own_certificate(folder: Path) -> Path:
    """A certificate for this machine that signs itself, with its key."""
    x509 = pytest.importorskip("cryptography.x509", reason="a certificate is made with cryptography")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(timezone.utc)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "server.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture(params=["self-signed", "no TLS"])
def distrusted(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    context = None
    if request.param == "self-signed":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(own_certificate(tmp_path))
    with serving(server.libre, context) as service:
        service.url = service.url.replace("http:", "https:")
        yield service


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_is_said_to_a_server_that_cannot_be_trusted(
    distrusted: Service, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator_gui.engines.online.service._backoff", lambda state: 0.0)
    (proposal,) = Bench(case, distrusted, build(case, distrusted)).ask("Un texte secret")
    assert not proposal.candidates
    assert distrusted.seen == []
    assert "secure connection" in proposal.error
    assert proposal.hint
    assert KEY not in proposal.error + proposal.hint
