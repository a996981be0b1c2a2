<?php
// Receives webhooks. The secret is in WEBHOOK_SECRET. Try it with: php -S 127.0.0.1:4000 webhook.php

/** `$body` is the raw body: parsing and re-serializing it may change it. */
function isSigned(string $secret, array $headers, string $body): bool
{
    $timestamp = $headers['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > 300) return false;
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $signed = ($headers['HTTP_WEBHOOK_ID'] ?? '') . ".$timestamp.$body";
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', $signed, $key, true));
    // While you rotate the secret, there are two signatures.
    foreach (explode(' ', $headers['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $signature) {
        if (hash_equals($expected, $signature)) return true;
    }
    return false;
}

$body = file_get_contents('php://input');
if (!isSigned(getenv('WEBHOOK_SECRET'), $_SERVER, $body)) {
    http_response_code(401);
    return;
}
$event = json_decode($body, true);
// Store the event here and process it later. Skip it if you have stored its webhook-id before.
error_log("{$event['event']} {$event['message_id']}");
http_response_code(204);
