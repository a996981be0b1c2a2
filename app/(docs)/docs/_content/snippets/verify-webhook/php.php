<?php
// Checks the signature of a webhook.
// Body on stdin, the three headers and the secret in the environment.

/** `$body` is the raw body (php://input): parsing and printing it again may change it. */
function isSigned(string $secret, array $headers, string $body): bool
{
    [$id, $timestamp, $signatures] = $headers;
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > 300) return false;
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    // While a secret is being changed there are two signatures.
    foreach (explode(' ', $signatures) as $signature) {
        if (hash_equals($expected, $signature)) return true;
    }
    return false;
}

$headers = [getenv('WEBHOOK_ID'), getenv('WEBHOOK_TIMESTAMP'), getenv('WEBHOOK_SIGNATURE')];
$isValid = isSigned(getenv('WEBHOOK_SECRET'), $headers, file_get_contents('php://stdin'));
echo $isValid ? "valid\n" : "not valid\n";
exit($isValid ? 0 : 1);
