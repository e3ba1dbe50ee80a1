// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/site.h"

#include "app/load/page.h"
#include "app/load/random.h"
#include "server/contract/names.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <string_view>

using namespace Qt::StringLiterals;

namespace ceteris::load {
namespace {

// Visits go to the same server under a name that no cookie belongs to (RFC 2606); libcurl is told its address.
const auto visitorHost = u"visitor.invalid"_s;

QString reasonAgainst(const QUrl& url)
{
    if (url.isEmpty())
        return u"it is empty"_s;
    if (!url.isValid())
        return url.errorString();
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return u"only http:// and https:// are known"_s;
    if (url.host().isEmpty())
        return u"it names no host"_s;
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return u"a path belongs into the mapping"_s;
    return {};
}

Result<std::string> addressesOf(const QUrl& url)
{
    const auto host = url.host();
    if (!QHostAddress(host).isNull())
        return std::string();
    const auto info = QHostInfo::fromName(host);
    if (info.addresses().isEmpty())
        return fail(ErrorCode::TargetUnreachable, { host, info.errorString() });
    QStringList addresses;
    for (const auto& address : info.addresses())
        addresses << (address.protocol() == QHostAddress::IPv6Protocol ? u'[' + address.toString() + u']'
                                                                       : address.toString());
    const int port = url.port(url.scheme() == u"https" ? 443 : 80);
    const QString entry = host + u':' + QString::number(port) + u':' + addresses.join(u',');
    return entry.toStdString();
}

// A PNG by its first bytes; the rest is noise, which no store can make smaller.
std::string imageOf(int kib, std::uint64_t seed)
{
    std::string image(std::size_t(kib) * 1024, '\0');
    const Stream noise(seed, 0);
    for (std::size_t i = 0; i < image.size(); ++i)
        image[i] = char(noise.uniform(i) * 256);
    return image.replace(0, std::min<std::size_t>(image.size(), 8), image.empty() ? "" : "\x89PNG\r\n\x1a\n");
}

QString firstBadPath(const plan::Mapping& mapping)
{
    for (const auto& path :
        { mapping.loginPagePath, mapping.loginPath, mapping.refreshPath, mapping.writePath, mapping.logoutPath }) {
        if (!path.startsWith(u'/'))
            return path;
    }
    return {};
}

} // namespace

Result<Site> siteOf(const LoadSpec& spec)
{
    const QUrl url(spec.url, QUrl::StrictMode);
    if (const auto reason = reasonAgainst(url); !reason.isEmpty())
        return fail(ErrorCode::BadUrl, { spec.url, reason });
    const auto& mapping = spec.mapping;
    if (const auto path = firstBadPath(mapping); !path.isNull())
        return fail(ErrorCode::BadUrl, { spec.url + path, u"a path must begin with /"_s });
    auto address = addressesOf(url);
    if (!address)
        return tl::unexpected(address.error());

    Site site;
    const auto base = url.adjusted(QUrl::RemovePath).toString(QUrl::FullyEncoded);
    const auto full = [&](const QString& path) { return QUrl(base + path).toString(QUrl::FullyEncoded).toStdString(); };
    auto visited = QUrl(base + mapping.refreshPath);
    visited.setHost(visitorHost);
    site.urls = { full(mapping.loginPagePath), full(mapping.loginPath), full(mapping.refreshPath),
        full(mapping.writePath), full(mapping.logoutPath), full(u"/image"_s),
        visited.toString(QUrl::FullyEncoded).toStdString(), full(QString::fromLatin1(contract::path::refresh)) };
    site.address = *address;
    if (spec.botShare > 0)
        site.address = QString(visitorHost + u":%1:%2"_s.arg(url.port(80)).arg(url.host())).toStdString();
    site.loginPagePath = pathOf(site.urls[plan::index(plan::Operation::LoginPage)]);
    site.loginPath = pathOf(site.urls[plan::index(plan::Operation::Login)]);
    site.userField = mapping.userField.toStdString();
    site.passwordField = mapping.passwordField.toStdString();
    site.csrfField = mapping.csrfField.toStdString();
    site.user = mapping.user.toStdString();
    site.password = mapping.password.toStdString();
    site.identity = mapping.identity.toStdString();
    site.needsToken = !site.csrfField.empty() && (spec.writeShare > 0 || spec.timeline.logoutS > 0);
    site.image = imageOf(spec.imageKib, spec.seed);
    site.note.assign(std::size_t(spec.growBytes), 'n');
    site.networks = spec.networks;
    site.tokens = spec.tokens;
    return site;
}

std::string addressIn(int network)
{
    constexpr int inOneA = 200;
    return "127." + std::to_string(1 + network / inOneA) + '.' + std::to_string(1 + network % inOneA) + ".1";
}

std::string expanded(std::string pattern, int account, const std::string& user)
{
    const auto replace = [&pattern](std::string_view key, const std::string& value) {
        for (auto at = pattern.find(key); at != std::string::npos; at = pattern.find(key, at + value.size()))
            pattern.replace(at, key.size(), value);
    };
    replace("{user}", user);
    replace("{n}", std::to_string(account));
    return pattern;
}

} // namespace ceteris::load
