#!/bin/sh
# Fills in where the gateway is (GATEWAY, default gateway:4000) and who knows names here, and becomes nginx.
set -eu
here=$(dirname "$0")
resolver=$(awk '$1 == "nameserver" { print $2; exit }' /etc/resolv.conf)
case $resolver in *:*) resolver="[$resolver]" ;; esac
config=$(mktemp)
sed -e "s|@GATEWAY@|${GATEWAY:-gateway:4000}|" -e "s|@RESOLVER@|${resolver:-127.0.0.1}|" \
  -e "s|@LISTEN@|${LISTEN:-8080}|" -e "s|@ROOT@|${ROOT:-/app}|" "$here/nginx.conf" > "$config"
exec nginx -c "$config" -g 'daemon off;'
