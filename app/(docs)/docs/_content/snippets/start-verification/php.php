<?php
// Sends a code to a number. Keep the ID with the sign-in attempt.

$curl = curl_init('http://localhost:3000/api/verifications');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'to' => '48732129000',
        'from' => 'YourBrand',
        'webotp_domain' => 'example.com',
    ]),
]);
$verification = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 201) {
    fwrite(STDERR, ($verification['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$verification['verification_id']} {$verification['status']} {$verification['expires_at']}\n";
