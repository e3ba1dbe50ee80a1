// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/balancerconfig.h"

namespace ceteris::services {
namespace {

using plan::BalancerMethod;

QByteArray bytes(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

QByteArray addressOf(quint16 port)
{
    return "127.0.0.1:" + QByteArray::number(port);
}

QByteArray nginxMethod(BalancerMethod method)
{
    switch (method) {
    case BalancerMethod::IpHash:
        return "        ip_hash;\n";
    case BalancerMethod::CookieHash: // what the client brought, or what it is about to be given: the same text
        return "        hash $uid_got$uid_set;\n";
    case BalancerMethod::ConsistentCookieHash:
        return "        hash $uid_got$uid_set consistent;\n";
    case BalancerMethod::RoundRobin:
    case BalancerMethod::StickyCookie:
        break;
    }
    return {};
}

bool hashesCookie(BalancerMethod method)
{
    return method == BalancerMethod::CookieHash || method == BalancerMethod::ConsistentCookieHash;
}

QByteArray nginxUpstream(const BalancerSite& site)
{
    QByteArray text = "    upstream app {\n" + nginxMethod(site.method);
    for (const auto& member : site.members)
        text += "        server " + addressOf(member.port) + ";\n";
    // A user who thinks must not cost a connection: neither do those to the instances end while the load goes on.
    return text + "        keepalive 256;\n        keepalive_requests 1000000000;\n        keepalive_time 1d;\n"
        + "        keepalive_timeout 1d;\n    }\n";
}

QByteArray nginxServer(const BalancerSite& site)
{
    QByteArray text = "    server {\n        listen " + addressOf(site.port) + " backlog=1024;\n";
    if (hashesCookie(site.method))
        text += "        userid on;\n        userid_name " + bytes(clientCookie)
            + ";\n        userid_path /;\n        userid_flags httponly samesite=lax;\n";
    text += "        location = " + bytes(generationPath) + " {\n            return 200 \""
        + QByteArray::number(site.generation) + "\";\n        }\n";
    return text
        + "        location / {\n            proxy_pass http://app;\n            proxy_http_version 1.1;\n"
          "            proxy_set_header Connection \"\";\n            proxy_set_header Host $http_host;\n"
          "            proxy_set_header X-Forwarded-For $remote_addr;\n            proxy_connect_timeout 1s;\n"
          "        }\n    }\n";
}

QByteArray haproxyMethod(BalancerMethod method)
{
    switch (method) {
    case BalancerMethod::IpHash:
        return "    balance source\n";
    case BalancerMethod::CookieHash:
        return "    balance hash var(txn.client)\n    hash-type map-based\n";
    case BalancerMethod::ConsistentCookieHash:
        return "    balance hash var(txn.client)\n    hash-type consistent\n";
    case BalancerMethod::StickyCookie:
        return "    balance roundrobin\n    cookie " + bytes(stickyCookie) + " insert indirect nocache httponly\n";
    case BalancerMethod::RoundRobin:
        break;
    }
    return "    balance roundrobin\n";
}

QByteArray haproxyClientCookie()
{
    const auto name = bytes(clientCookie);
    return "    http-request set-var(txn.client) req.cook(" + name
        + ")\n"
          "    http-request set-var(txn.isnew) bool(true) unless { var(txn.client) -m found }\n"
          "    http-request set-var(txn.client) uuid() if { var(txn.isnew) -m bool }\n"
          "    http-response add-header Set-Cookie \""
        + name + "=%[var(txn.client)]; Path=/; HttpOnly; SameSite=Lax\" if { var(txn.isnew) -m bool }\n";
}

} // namespace

QByteArray nginxConfig(const BalancerSite& site)
{
    const auto connections = QByteArray::number(2 * site.connections + 100); // each client's, and the one behind it
    QByteArray text = "daemon off;\nworker_processes 1;\nerror_log stderr warn;\npid nginx.pid;\n";
    if (!site.user.isEmpty())
        text += "user " + site.user.toUtf8() + ";\n";
    text += "worker_rlimit_nofile " + connections + ";\nevents {\n    worker_connections " + connections + ";\n}\n";
    text += "http {\n    access_log off;\n    server_tokens off;\n    default_type text/plain;\n";
    for (const auto* folder : { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" })
        text += QByteArray("    ") + folder + "_temp_path " + folder + ";\n";
    text += "    keepalive_timeout 1d;\n    keepalive_requests 1000000000;\n"
            "    client_max_body_size 8m;\n    client_body_buffer_size 2m;\n";
    return text + nginxUpstream(site) + nginxServer(site) + "}\n";
}

QByteArray haproxyConfig(const BalancerSite& site)
{
    QByteArray text = "global\n    nbthread 1\n    maxconn " + QByteArray::number(site.connections)
        + "\ndefaults\n    mode http\n    option redispatch\n    option httpchk GET /healthz\n    http-reuse always\n"
          "    timeout connect 1s\n    timeout check 1s\n    timeout client 1d\n    timeout http-keep-alive 1d\n"
          "    timeout http-request 60s\n    timeout server 60s\nlisten app\n    bind "
        + addressOf(site.port) + " backlog 1024\n    http-request return status 200 content-type text/plain string "
        + QByteArray::number(site.generation) + " if { path " + bytes(generationPath) + " }\n"
        + "    http-request set-header X-Forwarded-For %[src]\n";
    if (hashesCookie(site.method))
        text += haproxyClientCookie();
    text += haproxyMethod(site.method);
    for (const auto& member : site.members) {
        const auto number = QByteArray::number(member.number);
        text += "    server instance-" + number + ' ' + addressOf(member.port) + " id " + number + " check";
        if (site.method == BalancerMethod::StickyCookie)
            text += " cookie " + number;
        text += '\n';
    }
    return text;
}

} // namespace ceteris::services
