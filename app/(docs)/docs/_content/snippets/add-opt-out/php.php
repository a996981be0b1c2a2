<?php
// Adds an opt-out: the number gets no more messages of any sender.
// Takes a token with the scope manage.

$curl = curl_init('http://localhost:3000/api/opt-outs');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'number' => '48732129000',
        'reason' => 'Asked by phone',
    ]),
]);
$optOut = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    fwrite(STDERR, ($optOut['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$optOut['number']} {$optOut['created_at']}\n";
