<?php
// Adds a webhook endpoint and prints its id and secret.
// Takes a token with the scope manage.

$curl = curl_init('http://localhost:3000/api/webhook-endpoints');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'url' => 'https://example.com/hooks/sms',
        'events' => ['sms.delivered', 'sms.failed', 'sms.expired', 'sms.bounced'],
    ]),
]);
$endpoint = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 201) {
    // 422: the URL is invalid. 409: the account has ten endpoints already.
    fwrite(STDERR, ($endpoint['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$endpoint['id']} {$endpoint['secret']}\n";
