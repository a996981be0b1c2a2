<?php

namespace Depesza;

/** The signature of webhooks, by Standard Webhooks 1.0.0. */
final class Webhook
{
    /**
     * Whether a request comes from the installation that has this secret, unchanged and not older than the tolerance.
     *
     * @param array<string, mixed> $headers Those of `getallheaders()` or `$_SERVER`.
     * @param string $body The raw body: parsing and re-serializing it may change it.
     */
    public static function isSigned(
        #[\SensitiveParameter]
        string $secret,
        array $headers,
        string $body,
        int $tolerance = 300,
        ?int $now = null
    ): bool {
        $fields = self::fieldsIn($headers);
        $id = $fields['webhook-id'] ?? '';
        $timestamp = $fields['webhook-timestamp'] ?? '';
        if ($id === '' || !preg_match('/^\d{1,12}$/D', $timestamp)) return false;
        if (abs(($now ?? time()) - (int) $timestamp) > $tolerance) return false;
        $expected = self::signature($secret, $id, $timestamp, $body);
        // While the secret is rotated, there are two signatures.
        foreach (explode(' ', $fields['webhook-signature'] ?? '') as $signature) {
            if (hash_equals($expected, $signature)) return true;
        }
        return false;
    }

    /**
     * The event in a request.
     *
     * @param array<string, mixed> $headers
     * @return array<string, mixed>
     * @throws \UnexpectedValueException if it isn't signed
     */
    public static function read(
        #[\SensitiveParameter]
        string $secret,
        array $headers,
        string $body,
        int $tolerance = 300
    ): array {
        if (!self::isSigned($secret, $headers, $body, $tolerance)) {
            throw new \UnexpectedValueException('The signature of the webhook is not valid.');
        }
        return json_decode($body, true, flags: JSON_THROW_ON_ERROR);
    }

    /**
     * The header fields that sign a body, as the installation sends them: for tests of a receiver.
     *
     * @return array<string, string>
     */
    public static function sign(
        #[\SensitiveParameter]
        string $secret,
        string $id,
        string $body,
        ?int $now = null
    ): array {
        $timestamp = (string) ($now ?? time());
        return [
            'webhook-id' => $id,
            'webhook-timestamp' => $timestamp,
            'webhook-signature' => self::signature($secret, $id, $timestamp, $body),
        ];
    }

    private static function signature(
        #[\SensitiveParameter]
        string $secret,
        string $id,
        string $timestamp,
        string $body
    ): string {
        $key = base64_decode(preg_replace('/^whsec_/', '', $secret), true);
        // An empty key would sign what anybody can sign.
        if ($key === false || $key === '') {
            throw new \InvalidArgumentException('The secret of the webhook endpoint is missing.');
        }
        return 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    }

    /**
     * @param array<string, mixed> $headers
     * @return array<string, string>
     */
    private static function fieldsIn(array $headers): array
    {
        $fields = [];
        foreach ($headers as $name => $value) {
            if (!is_string($value)) continue;
            $lower = strtolower((string) $name);
            $fields[str_starts_with($lower, 'http_') ? strtr(substr($lower, 5), '_', '-') : $lower] = $value;
        }
        return $fields;
    }
}
